/// <reference types="vite/client" />

declare module '@navikt/aksel-icons/svg/*.svg?raw' {
  const svg: string
  export default svg
}
