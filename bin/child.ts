import { fork } from 'node:child_process'
import { join } from 'node:path'
import { root } from './build.ts'
import { Refusal } from './refusal.ts'

/** A portal or a gateway has this long for what it began. */
const stopsWithinMs = 8_000

/** One of the two entry points, as a process of its own that stops by itself when this one is gone. */
export type Child = {
  ready: Promise<void>
  exited: Promise<number | null>
  stop(): Promise<void>
  kill(): void
}

/** Starts an entry point. `ready` is kept when it says so, and broken when it ends before. */
export function startChild(name: string, file: string, env: NodeJS.ProcessEnv, isWatched: boolean): Child {
  // A process group of its own: Ctrl-C reaches this process only, which stops the others in order.
  const child = fork(join(root, file), {
    env,
    cwd: root,
    detached: true,
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      ...(isWatched ? ['--watch', '--watch-preserve-output'] : []),
    ],
  })
  const exited = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code))
    child.once('error', () => done(null))
  })
  const ready = new Promise<void>((open, failed) => {
    child.on('message', (said: { ready?: boolean }) => said?.ready && open())
    void exited.then(() => failed(new Refusal(`The ${name} did not start. What it said is above.`)))
  })
  ready.catch(() => undefined)
  return {
    ready,
    exited,
    kill: () => child.kill('SIGKILL'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const force = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs)
      await exited
      clearTimeout(force)
    },
  }
}
