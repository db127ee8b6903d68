/** How long a press is waited for before the rest comes, ms. */
export const readingTime = 1500;

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Once the browser has nothing better to do. */
export const idle = () =>
  new Promise<unknown>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 4000 });
    else setTimeout(resolve, 300);
  });
