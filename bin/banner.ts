import { inUrl, type Settings } from '../settings.ts'

const customers = [
  ['weekly', 'email only, once a week; reads Urdu, large print'],
  ['tuesday', 'Tuesdays 09:00-12:00 only'],
  ['named', 'one named colleague; reads Polish'],
  ['letters', 'by letter only; an appeal awaits a decision'],
  ['closed', 'one subject is closed: the parking bay'],
  ['warned', 'a warning, no restriction'],
  ['ended', 'a restriction that ended yesterday'],
  ['open', 'no restriction'],
]

/** What npm start prints when everything is open: where things are, who can sign in, three things to try. */
export function banner(settings: Settings): string {
  const { publicUrl, smtpHost, smtpPort, gatewayHost, gatewayPort, policy } = settings
  const places = [
    `  Portal     ${publicUrl}`,
    `  Console    ${publicUrl}/console`,
    `  Mail door  smtp://${inUrl(smtpHost)}:${smtpPort}`,
    `  HTTP door  http://${inUrl(gatewayHost)}:${gatewayPort}/v1/openapi.json`,
  ]
  if (settings.mode === 'production')
    return ['', `Clearway is open, under the policy ${policy}.`, ...places, ''].join('\n')
  return [
    '',
    `Clearway is open, under the policy ${policy}. Ctrl-C stops it.`,
    '',
    ...places,
    `  All mail   ${publicUrl}/demo/mail`,
    `  API key    ${settings.apiKeys[0]?.key}`,
    '',
    'Customers (sign in with a code that arrives at /demo/mail):',
    ...customers.map(([name, situation]) => `  ${`${name}@demo.example`.padEnd(22)} ${situation}`),
    'Colleagues (choose one at /console):',
    '  officer@ manager@ head@ director@ appeals@ contractor@landlord.example',
    '',
    'Three things to try:',
    `  1. Sign in at ${publicUrl} as weekly@demo.example and read "your restrictions" in Urdu, large print.`,
    '  2. npm run try -- closed@demo.example "Parking again" "About the parking bay, again."',
    `     It is held: see ${publicUrl}/demo/mail and ${publicUrl}/console`,
    '  3. npm run try -- closed@demo.example "Help" "Water is pouring through the kitchen ceiling."',
    '     It goes to the urgent desk at once.',
    '',
  ].join('\n')
}
