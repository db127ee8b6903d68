import type { APIRoute } from 'astro';

export const prerender = false;

const heartbeat = 15_000;

/**
 * Server-sent events: says "changed" when something happened in the group, nothing more. The page then fetches the
 * board as anybody would; so a lost message costs nothing, and what is sent needs no second format.
 */
export const GET: APIRoute = async ({ locals, params, request }) => {
  const { app, staff } = locals;
  const id = params.id ?? '';
  if (!staff || (await app.groups.own(staff, id)) === null) return new Response(null, { status: 404 });

  const encoder = new TextEncoder();
  let stop = () => {};
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const unwatch = app.live.watch(staff, id, () => write('data: changed\n\n'));
      const beat = setInterval(() => write(': still here\n\n'), heartbeat);
      stop = () => {
        unwatch();
        clearInterval(beat);
      };
      request.signal.addEventListener('abort', () => stop());
      write('retry: 2000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(stream, {
    // A proxy that gathers the answer before passing it on would hide every event.
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
};
