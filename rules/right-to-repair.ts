/**
 * The repairs that the Right to Repair names (Secure Tenants of Local Housing Authorities (Right to Repair) Regulations
 * 1994, domain 3.2), each with its working days and the English words by which a message is known to tell of it.
 */
const kinds = [
  { code: 'roof-leak', days: 7, words: /\broof\b.{0,40}\b(leak|drip)\w*|\b(leak|drip)\w*\b.{0,40}\broof\b/ },
  { code: 'door-entry', days: 7, words: /\bdoor.?entry\b|\bentry.?phone\b|\bintercom\b/ },
  { code: 'extractor-fan', days: 7, words: /\bextractor\b|\bfan\b/ },
  {
    code: 'sink-blocked',
    days: 3,
    words: /\bblocked (sink|bath|basin)\b|\b(sink|bath|basin)\b.{0,20}\bblocked\b/,
  },
  { code: 'tap-stuck', days: 3, words: /\btaps?\b/ },
  { code: 'banister-loose', days: 3, words: /\bbann?isters?\b|\bhand.?rails?\b/ },
  { code: 'floor-rotten', days: 3, words: /\brott(en|ing)\b|\bstair treads?\b/ },
  {
    code: 'power-part',
    days: 3,
    words: /\b(some|half|part) of the (lights|sockets|electric\w*)\b|\blow power\b/,
  },
  { code: 'water-part', days: 3, words: /\b(low|no) water pressure\b/ },
  { code: 'unsafe-socket', days: 1, words: /\bsockets?\b|\blight (fitting|switch)\b|\bspark\w*\b/ },
  { code: 'power-lost', days: 1, words: /\b(no|without) (any )?(electric\w*|power|lights?)\b|\bpower cut\b/ },
  { code: 'water-lost', days: 1, words: /\b(no|without) (any )?(running )?water\b/ },
  { code: 'gas-lost', days: 1, words: /\b(no|without) gas\b/ },
  { code: 'flue-blocked', days: 1, words: /\bflue\b/ },
  { code: 'foul-drain', days: 1, words: /\bsewage\b|\bdrains?\b|\bsoil stack\b|\btoilet\b|\bloo\b/ },
  { code: 'water-leak', days: 1, words: /\b(leak|pour|flood|gush|burst)\w*\b/ },
  { code: 'not-secure', days: 1, words: /\b(door|window)\b|\block(s|ed)?\b/ },
  {
    code: 'heating-lost',
    days: 3,
    winterDays: 1,
    words: /\bheating\b|\bhot water\b|\bboiler\b|\bradiators?\b/,
  },
] as const

export type RepairKind = (typeof kinds)[number]['code']

/** From 31 October to 1 May, both days included: the days that either row of the table names take the stricter one. */
function isWinter(day: string): boolean {
  const monthDay = day.slice(5)
  return monthDay >= '10-31' || monthDay <= '05-01'
}

/**
 * The repair that a message tells of, as far as its words say, and its working days on the day of receipt; of several
 * the one with the fewest. What a longer phrase has said is not said again by a word in it: a leaking roof is no burst pipe.
 */
export function rightToRepairOf(
  words: string,
  receivedOn: string,
): { kind: RepairKind; days: number } | null {
  let rest = words.toLowerCase().slice(0, 2_000)
  const found: { kind: RepairKind; days: number }[] = []
  for (const each of kinds) {
    const without = rest.replace(each.words, ' ')
    if (without === rest) continue
    rest = without
    const days = 'winterDays' in each && isWinter(receivedOn) ? each.winterDays : each.days
    found.push({ kind: each.code, days })
  }
  return found.sort((one, other) => one.days - other.days)[0] ?? null
}
