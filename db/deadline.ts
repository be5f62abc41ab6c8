/** It did not answer in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow'
}

/** The answer of `work`, or `TooSlow`: postgres.js waits for ever on a frozen server (measured). The work itself goes on: what it does late must do no harm. */
export async function withDeadline<T>(work: PromiseLike<T>, waitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`no answer within ${waitMs} ms`)), waitMs)
  })
  try {
    return await Promise.race([work, tooSlow])
  } finally {
    clearTimeout(timer)
  }
}
