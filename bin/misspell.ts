/** How people write by ear and in a hurry: what stands for what. */
const byEar: [RegExp, string][] = [
  [/\byou\b/gi, 'u'],
  [/\byour\b/gi, 'ur'],
  [/\bare\b/gi, 'r'],
  [/\bto\b/gi, '2'],
  [/\bfor\b/gi, '4'],
  [/\bplease\b/gi, 'pls'],
  [/\bthe\b/gi, 'teh'],
  [/\bthat\b/gi, 'dat'],
  [/\bwith\b/gi, 'wiv'],
  [/\bbecause\b/gi, 'cos'],
  [/thing/gi, 'fing'],
  [/ight\b/gi, 'ite'],
  [/ing\b/gi, 'in'],
  [/tion/gi, 'shun'],
  [/ea/gi, 'ee'],
  [/ph/gi, 'f'],
  [/ck\b/gi, 'k'],
  [/ou/gi, 'ow'],
  [/le\b/gi, 'el'],
  [/ie/gi, 'ei'],
  [/ce\b/gi, 'se'],
  [/wh/gi, 'w'],
  [/([aeiou])s\b/gi, '$1z'],
  [/qu/gi, 'kw'],
  [/\bc(?=[aou])/gi, 'k'],
  [/tch/gi, 'ch'],
  [/\bth(?=[aei])/gi, 'd'],
  [/ome\b/gi, 'um'],
  [/ere\b/gi, 'er'],
  [/(?<=[aiou][lmnprst])e\b/gi, ''],
  [/(l|m|t|s)\1/gi, '$1'],
]

/** Letters left out, changed round or doubled, or the vowels gone. */
function slip(word: string, dice: () => number): string {
  const kind = Math.floor(dice() * 4)
  const at = 1 + Math.floor(dice() * (word.length - 2))
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  if (kind === 0) return before + after
  if (kind === 1) return before + after.charAt(0) + here + after.slice(1)
  if (kind === 2) return before + here + here + after
  return word.charAt(0) + word.slice(1).replace(/[aeiou]/g, (vowel) => (dice() < 0.7 ? '' : vowel))
}

/** English as somebody writes it who cannot spell, or is in too much of a hurry to. `share` of what could go wrong does. */
export function misspell(text: string, dice: () => number, share = 0.4): string {
  let written = text
  for (const [right, wrong] of byEar)
    written = written.replace(right, (match) => (dice() < share ? match.replace(right, wrong) : match))
  return written.replace(/[a-z]{4,}/gi, (word) => (dice() < share * 0.6 ? slip(word, dice) : word))
}
