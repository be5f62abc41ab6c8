export { appealFile as loader } from '../doors/appeal.server.ts'
