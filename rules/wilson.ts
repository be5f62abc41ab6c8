/** Standard deviations on either side that hold 95 % of a normal distribution. */
const z = 1.959964

/**
 * Wilson's 95 % interval of a share that was measured by sampling, from 0 to 1. It stays honest when nothing was found
 * in a few trials: none in ten says "at most 28 %", not "never". Null without a trial.
 */
export function wilsonInterval(found: number, trials: number): { low: number; high: number } | null {
  if (trials === 0) return null
  const share = found / trials
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  const middle = share + z ** 2 / (2 * trials)
  const whole = 1 + z ** 2 / trials
  return { low: Math.max(0, (middle - spread) / whole), high: Math.min(1, (middle + spread) / whole) }
}
