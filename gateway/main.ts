import { pino } from 'pino'
import { makeClock } from '../clock.ts'
import { openHouse } from '../house.ts'
import { LandlordRefused } from '../policies/landlord.ts'
import { startWorker } from '../post/worker.ts'
import { parseSettings, type Settings, SettingsRefused } from '../settings.ts'
import { openGateway } from './gateway.ts'
import { openHttpDoor } from './http.ts'
import { openMailDoor } from './smtp.ts'

/** What was accepted is finished within this time; what is still open then is done by whoever starts next. */
const stopWithinMs = 5_000

/** A door whose port cannot be had, in a sentence that says what to do. */
function explainPort(fault: unknown, name: string, port: number, host: string): Error {
  const { code } = fault as { code?: string }
  if (code === 'EADDRINUSE')
    return new Error(`Port ${port} is taken: stop what uses it, or set ${name} to another port.`)
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be opened by this account: set ${name} to a port above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`This machine has no address ${host}: set the host beside ${name} to one it has.`)
  return fault as Error
}

/** A landlord's settings file that cannot be read, in a sentence. What it says wrong, `LandlordRefused` lists. */
function explainFile(fault: unknown, file: string | null): Error {
  const { code } = fault as { code?: string }
  if (file && code)
    return new Error(
      `CLEARWAY_LANDLORD names ${file}, which cannot be read (${code}): name a file that this account may read.`,
    )
  if (file && fault instanceof SyntaxError)
    return new Error(`CLEARWAY_LANDLORD names ${file}, which is not JSON: ${fault.message}.`)
  return fault as Error
}

async function open(settings: Settings): Promise<{ close: () => Promise<void> }> {
  // It signs the link in the answer to what is held.
  if (!settings.sessionSecret)
    throw new Error(
      'SESSION_SECRET is not set: write the same 32 or more random characters as for the portal, or use npm start, which makes one.',
    )
  const log = pino({ name: 'gateway', level: settings.mode === 'production' ? 'info' : 'warn' })
  const house = await openHouse(settings, makeClock(settings.clockStart)).catch((fault) => {
    throw explainFile(fault, settings.landlordFile)
  })
  const gateway = openGateway(house, { log })
  const { smtpHost, smtpPort, gatewayHost, gatewayPort } = settings
  const mailDoor = await openMailDoor(gateway, { host: smtpHost, port: smtpPort }).catch((fault) => {
    throw explainPort(fault, 'SMTP_PORT', smtpPort, smtpHost)
  })
  const httpDoor = await openHttpDoor(gateway, { host: gatewayHost, port: gatewayPort }).catch((fault) => {
    throw explainPort(fault, 'GATEWAY_PORT', gatewayPort, gatewayHost)
  })
  const worker = await startWorker(house, { log })
  const close = async () => {
    await Promise.allSettled([mailDoor.close(), httpDoor.close(), worker.stop()])
    await gateway.close()
    house.mail.close()
    await house.ledger.close()
  }
  return { close }
}

function isExpected(fault: unknown): fault is Error {
  if (fault instanceof SettingsRefused || fault instanceof LandlordRefused) return true
  return (
    fault instanceof Error &&
    /^(Port \d|This machine|There is no pack|DATABASE_URL|SESSION_SECRET|CLEARWAY_LANDLORD)/.test(
      fault.message,
    )
  )
}

try {
  const { close } = await open(parseSettings(process.env))
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    void close().finally(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  process.send?.({ ready: true })
} catch (fault) {
  process.stderr.write(`${isExpected(fault) ? fault.message : (fault as Error).stack}\n`)
  process.exit(1)
}
