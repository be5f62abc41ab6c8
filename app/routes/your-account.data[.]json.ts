export { downloadDataCopy as loader } from '../doors/data-copy.server.ts'
