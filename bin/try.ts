/**
 * npm run try -- <from> <subject> <text> [to]
 * Sends one demonstration mail to the mail door and prints what it answered.
 */
import { createTransport } from 'nodemailer'

const [from, subject, text, to = 'contact@landlord.example'] = process.argv.slice(2)
if (!from || !subject || !text) {
  console.error('Write: npm run try -- weekly@demo.example "A subject" "Some words"')
  process.exit(2)
}

const host = process.env.SMTP_HOST || '127.0.0.1'
const port = Number(process.env.SMTP_PORT || 2525)
const transport = createTransport({
  host,
  port,
  connectionTimeout: 5_000,
  tls: { rejectUnauthorized: false },
})
try {
  const { response } = await transport.sendMail({ from, to, subject, text })
  console.log(response)
} catch (fault) {
  const { response, code, message } = fault as { response?: string; code?: string; message: string }
  console.error(
    code === 'ECONNREFUSED' || code === 'ESOCKET'
      ? `Nobody listens for mail at ${host}:${port}. Start Clearway first: npm start`
      : (response ?? message),
  )
  process.exitCode = 1
} finally {
  transport.close()
}
