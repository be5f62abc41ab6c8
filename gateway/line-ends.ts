const CR = 13
const LF = 10

function hasBareLineEnd(raw: Buffer): boolean {
  for (let at = raw.indexOf(LF); at !== -1; at = raw.indexOf(LF, at + 1)) if (raw[at - 1] !== CR) return true
  for (let at = raw.indexOf(CR); at !== -1; at = raw.indexOf(CR, at + 1)) if (raw[at + 1] !== LF) return true
  return false
}

/**
 * Every line end as CRLF. A bare CR or LF that was passed on could end the data early at the next server and smuggle a
 * second message in. A mail without one is returned as it is, byte for byte.
 */
export function withCleanLineEnds(raw: Buffer): Buffer {
  if (!hasBareLineEnd(raw)) return raw
  return Buffer.from(raw.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n'), 'latin1')
}
