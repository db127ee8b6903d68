/** How long the device's storage may say nothing, ms. */
const patience = 5_000;

/**
 * An answer of the device's storage, or an error when none comes: some browsers leave a first opening without an answer
 * for ever (https://bugs.webkit.org/show_bug.cgi?id=226547), and nobody's exercise may hang on what is only kept beside it.
 */
export function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('The storage does not answer.')), patience);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
