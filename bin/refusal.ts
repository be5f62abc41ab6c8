/** A start that cannot go on for a reason that whoever started it can mend. Its message says how. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** What to print of a fault: a sentence when it was expected, all that is known when it was not. */
export function explain(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  return /Refus/.test(fault.name) ? fault.message : (fault.stack ?? fault.message)
}
