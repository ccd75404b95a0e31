import AlarmClock from "@lucide/svelte/icons/alarm-clock";
import Anchor from "@lucide/svelte/icons/anchor";
import ArrowLeftRight from "@lucide/svelte/icons/arrow-left-right";
import ArrowRightLeft from "@lucide/svelte/icons/arrow-right-left";
import Atom from "@lucide/svelte/icons/atom";
import BadgeCheck from "@lucide/svelte/icons/badge-check";
import Ban from "@lucide/svelte/icons/ban";
import Banknote from "@lucide/svelte/icons/banknote";
import Bomb from "@lucide/svelte/icons/bomb";
import BookX from "@lucide/svelte/icons/book-x";
import Briefcase from "@lucide/svelte/icons/briefcase";
import Bug from "@lucide/svelte/icons/bug";
import Building from "@lucide/svelte/icons/building";
import Calendar from "@lucide/svelte/icons/calendar";
import Circle from "@lucide/svelte/icons/circle";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleDot from "@lucide/svelte/icons/circle-dot";
import CirclePause from "@lucide/svelte/icons/circle-pause";
import CircleX from "@lucide/svelte/icons/circle-x";
import Container from "@lucide/svelte/icons/container";
import Crosshair from "@lucide/svelte/icons/crosshair";
import DoorOpen from "@lucide/svelte/icons/door-open";
import Eye from "@lucide/svelte/icons/eye";
import Factory from "@lucide/svelte/icons/factory";
import FilePenLine from "@lucide/svelte/icons/file-pen-line";
import FileText from "@lucide/svelte/icons/file-text";
import Flag from "@lucide/svelte/icons/flag";
import Flame from "@lucide/svelte/icons/flame";
import Flower from "@lucide/svelte/icons/flower";
import Gavel from "@lucide/svelte/icons/gavel";
import Globe from "@lucide/svelte/icons/globe";
import Hand from "@lucide/svelte/icons/hand";
import HandCoins from "@lucide/svelte/icons/hand-coins";
import HandHeart from "@lucide/svelte/icons/hand-heart";
import HandHelping from "@lucide/svelte/icons/hand-helping";
import Handshake from "@lucide/svelte/icons/handshake";
import HeartHandshake from "@lucide/svelte/icons/heart-handshake";
import Landmark from "@lucide/svelte/icons/landmark";
import Link from "@lucide/svelte/icons/link";
import ListChecks from "@lucide/svelte/icons/list-checks";
import Lock from "@lucide/svelte/icons/lock";
import LockKeyhole from "@lucide/svelte/icons/lock-keyhole";
import LockKeyholeOpen from "@lucide/svelte/icons/lock-keyhole-open";
import LockOpen from "@lucide/svelte/icons/lock-open";
import LogOut from "@lucide/svelte/icons/log-out";
import MailWarning from "@lucide/svelte/icons/mail-warning";
import MailX from "@lucide/svelte/icons/mail-x";
import MapPin from "@lucide/svelte/icons/map-pin";
import MapPinned from "@lucide/svelte/icons/map-pinned";
import Megaphone from "@lucide/svelte/icons/megaphone";
import MessageCircle from "@lucide/svelte/icons/message-circle";
import MessageSquare from "@lucide/svelte/icons/message-square";
import MessageSquareWarning from "@lucide/svelte/icons/message-square-warning";
import MessageSquareX from "@lucide/svelte/icons/message-square-x";
import MessagesSquare from "@lucide/svelte/icons/messages-square";
import Music from "@lucide/svelte/icons/music";
import Newspaper from "@lucide/svelte/icons/newspaper";
import OctagonX from "@lucide/svelte/icons/octagon-x";
import Package from "@lucide/svelte/icons/package";
import Pause from "@lucide/svelte/icons/pause";
import Phone from "@lucide/svelte/icons/phone";
import Plane from "@lucide/svelte/icons/plane";
import PlaneLanding from "@lucide/svelte/icons/plane-landing";
import Quote from "@lucide/svelte/icons/quote";
import Radar from "@lucide/svelte/icons/radar";
import Receipt from "@lucide/svelte/icons/receipt";
import Rocket from "@lucide/svelte/icons/rocket";
import Scale from "@lucide/svelte/icons/scale";
import Scissors from "@lucide/svelte/icons/scissors";
import ScrollText from "@lucide/svelte/icons/scroll-text";
import Search from "@lucide/svelte/icons/search";
import Shield from "@lucide/svelte/icons/shield";
import ShieldCheck from "@lucide/svelte/icons/shield-check";
import ShieldPlus from "@lucide/svelte/icons/shield-plus";
import Ship from "@lucide/svelte/icons/ship";
import ShoppingBag from "@lucide/svelte/icons/shopping-bag";
import ShoppingCart from "@lucide/svelte/icons/shopping-cart";
import Siren from "@lucide/svelte/icons/siren";
import Split from "@lucide/svelte/icons/split";
import StickyNote from "@lucide/svelte/icons/sticky-note";
import Sword from "@lucide/svelte/icons/sword";
import Swords from "@lucide/svelte/icons/swords";
import Tag from "@lucide/svelte/icons/tag";
import Target from "@lucide/svelte/icons/target";
import Tent from "@lucide/svelte/icons/tent";
import ThumbsDown from "@lucide/svelte/icons/thumbs-down";
import ThumbsUp from "@lucide/svelte/icons/thumbs-up";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import Truck from "@lucide/svelte/icons/truck";
import Undo2 from "@lucide/svelte/icons/undo-2";
import Unlink from "@lucide/svelte/icons/unlink";
import User from "@lucide/svelte/icons/user";
import UserCheck from "@lucide/svelte/icons/user-check";
import UserLock from "@lucide/svelte/icons/user-lock";
import UserMinus from "@lucide/svelte/icons/user-minus";
import UserX from "@lucide/svelte/icons/user-x";
import Users from "@lucide/svelte/icons/users";
import Vote from "@lucide/svelte/icons/vote";
import Zap from "@lucide/svelte/icons/zap";
import type { Icon } from "./icon";

/** The icons a kind, a tie or a topic may name in `data/ontology`. To add one: import it above and list it here. */
export const kindIcons: Readonly<Record<string, Icon>> = {
  "alarm-clock": AlarmClock,
  anchor: Anchor,
  "arrow-left-right": ArrowLeftRight,
  "arrow-right-left": ArrowRightLeft,
  atom: Atom,
  "badge-check": BadgeCheck,
  ban: Ban,
  banknote: Banknote,
  bomb: Bomb,
  "book-x": BookX,
  briefcase: Briefcase,
  bug: Bug,
  building: Building,
  calendar: Calendar,
  circle: Circle,
  "circle-alert": CircleAlert,
  "circle-dot": CircleDot,
  "circle-pause": CirclePause,
  "circle-x": CircleX,
  container: Container,
  crosshair: Crosshair,
  "door-open": DoorOpen,
  eye: Eye,
  factory: Factory,
  "file-pen-line": FilePenLine,
  "file-text": FileText,
  flag: Flag,
  flame: Flame,
  flower: Flower,
  gavel: Gavel,
  globe: Globe,
  hand: Hand,
  "hand-coins": HandCoins,
  "hand-heart": HandHeart,
  "hand-helping": HandHelping,
  handshake: Handshake,
  "heart-handshake": HeartHandshake,
  landmark: Landmark,
  link: Link,
  "list-checks": ListChecks,
  lock: Lock,
  "lock-keyhole": LockKeyhole,
  "lock-keyhole-open": LockKeyholeOpen,
  "lock-open": LockOpen,
  "log-out": LogOut,
  "mail-warning": MailWarning,
  "mail-x": MailX,
  "map-pin": MapPin,
  "map-pinned": MapPinned,
  megaphone: Megaphone,
  "message-circle": MessageCircle,
  "message-square": MessageSquare,
  "message-square-warning": MessageSquareWarning,
  "message-square-x": MessageSquareX,
  "messages-square": MessagesSquare,
  music: Music,
  newspaper: Newspaper,
  "octagon-x": OctagonX,
  package: Package,
  pause: Pause,
  phone: Phone,
  plane: Plane,
  "plane-landing": PlaneLanding,
  quote: Quote,
  radar: Radar,
  receipt: Receipt,
  rocket: Rocket,
  scale: Scale,
  scissors: Scissors,
  "scroll-text": ScrollText,
  search: Search,
  shield: Shield,
  "shield-check": ShieldCheck,
  "shield-plus": ShieldPlus,
  ship: Ship,
  "shopping-bag": ShoppingBag,
  "shopping-cart": ShoppingCart,
  siren: Siren,
  split: Split,
  "sticky-note": StickyNote,
  sword: Sword,
  swords: Swords,
  tag: Tag,
  target: Target,
  tent: Tent,
  "thumbs-down": ThumbsDown,
  "thumbs-up": ThumbsUp,
  "triangle-alert": TriangleAlert,
  truck: Truck,
  "undo-2": Undo2,
  unlink: Unlink,
  user: User,
  "user-check": UserCheck,
  "user-lock": UserLock,
  "user-minus": UserMinus,
  "user-x": UserX,
  users: Users,
  vote: Vote,
  zap: Zap,
};
