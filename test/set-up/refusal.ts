/** What PostgreSQL says when it refuses, with the name of the constraint, or 'was not refused'. */
export async function refusal(work: PromiseLike<unknown>): Promise<string> {
  try {
    await work
    return 'was not refused'
  } catch (fault) {
    // Drizzle puts PostgreSQL's own words into the cause.
    return [fault, (fault as Error).cause]
      .map((each) => each as { message?: string; constraint_name?: string } | undefined)
      .map((each) => `${each?.message ?? ''} ${each?.constraint_name ?? ''}`)
      .join(' ')
  }
}
