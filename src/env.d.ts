/// <reference types="astro/client" />

// biome-ignore lint/style/noNamespace: how Astro is told of its locals.
declare namespace App {
  interface Locals {
    /** The server behind the page; there on pages made on request only. */
    app: import('#server').App;
    /** Whom limits are counted for: a line, never what a visitor wrote (server/http/address.ts). */
    address: string;
    /** Who is signed in (middleware.ts). */
    staff: import('#server').Staff | null;
  }
}
