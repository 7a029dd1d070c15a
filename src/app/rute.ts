import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Rolle } from '../domain/tilgang.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to those who are not logged in. */
    aapen?: boolean
    /** Only for these roles; without it, for all who are logged in. */
    roller?: readonly Rolle[]
    /** Shown without bars and menu: login, and what is printed. */
    utenRamme?: boolean
    /** Which menu entry the page belongs under. */
    meny?: string
    /** May use the camera, and is a document of its own for that. */
    kamera?: boolean
  }
}

/** A page: its address, its name, and how its file is fetched. */
export type Rute = RouteRecordRaw & {
  path: string
  name: string
  component: () => Promise<{ default: Component }>
  meta?: RouteRecordRaw['meta']
}
