import { close } from '#rooms/settlement'
export { close }
