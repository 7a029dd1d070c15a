import ArrowLeft from '@navikt/aksel-icons/svg/ArrowLeft.svg?raw'
import ArrowRight from '@navikt/aksel-icons/svg/ArrowRight.svg?raw'
import ArrowRightLeft from '@navikt/aksel-icons/svg/ArrowRightLeft.svg?raw'
import ArrowsCirclepath from '@navikt/aksel-icons/svg/ArrowsCirclepath.svg?raw'
import Calendar from '@navikt/aksel-icons/svg/Calendar.svg?raw'
import CheckmarkCircle from '@navikt/aksel-icons/svg/CheckmarkCircle.svg?raw'
import Chat from '@navikt/aksel-icons/svg/Chat.svg?raw'
import ChevronDown from '@navikt/aksel-icons/svg/ChevronDown.svg?raw'
import ChevronLeft from '@navikt/aksel-icons/svg/ChevronLeft.svg?raw'
import ChevronRight from '@navikt/aksel-icons/svg/ChevronRight.svg?raw'
import CloudSlash from '@navikt/aksel-icons/svg/CloudSlash.svg?raw'
import ExclamationmarkTriangle from '@navikt/aksel-icons/svg/ExclamationmarkTriangle.svg?raw'
import House from '@navikt/aksel-icons/svg/House.svg?raw'
import HouseFill from '@navikt/aksel-icons/svg/HouseFill.svg?raw'
import MenuHamburger from '@navikt/aksel-icons/svg/MenuHamburger.svg?raw'
import Pencil from '@navikt/aksel-icons/svg/Pencil.svg?raw'
import PieChart from '@navikt/aksel-icons/svg/PieChart.svg?raw'
import PieChartFill from '@navikt/aksel-icons/svg/PieChartFill.svg?raw'
import Plus from '@navikt/aksel-icons/svg/Plus.svg?raw'
import PrinterSmall from '@navikt/aksel-icons/svg/PrinterSmall.svg?raw'
import Tasklist from '@navikt/aksel-icons/svg/Tasklist.svg?raw'
import TasklistFill from '@navikt/aksel-icons/svg/TasklistFill.svg?raw'
import XMark from '@navikt/aksel-icons/svg/XMark.svg?raw'

/** Aksel's icons (24 px, MIT, Nav). One line each; only what a screen uses, for all of them load at the start. */
export const ikoner = {
  aktiviteter: Tasklist,
  aktiviteterFylt: TasklistFill,
  hjul: PieChart,
  hjulFylt: PieChartFill,
  hus: House,
  husFylt: HouseFill,
  kalender: Calendar,
  kommentar: Chat,
  lukk: XMark,
  mer: MenuHamburger,
  ned: ChevronDown,
  hoeyre: ChevronRight,
  venstre: ChevronLeft,
  tilbake: ArrowLeft,
  frem: ArrowRight,
  pluss: Plus,
  rediger: Pencil,
  skrivUt: PrinterSmall,
  synkroniserer: ArrowsCirclepath,
  synkronisert: CheckmarkCircle,
  frakoblet: CloudSlash,
  toern: ArrowRightLeft,
  varsel: ExclamationmarkTriangle,
} as const satisfies Record<string, string>

export type Ikonnavn = keyof typeof ikoner
