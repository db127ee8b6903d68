/** A drawn face: nobody's. */
export function Face({ className }: { readonly className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 80 100" aria-hidden="true">
      <rect width="80" height="100" rx="4" fill="#e9eef0" />
      <circle cx="40" cy="40" r="19" fill="#a7b4b8" />
      <path d="M6 100c2-26 16-36 34-36s32 10 34 36z" fill="#a7b4b8" />
    </svg>
  );
}
