import type { ItemResponse } from "../../api";
import { actorIcon, nounIcon, nounOf } from "../../forms";
import { actorKindText } from "../../forms/words";
import { m } from "../../paraglide/messages";
import { nounText } from "../../state/operations";

/** What stands above the title of an item. */
export interface Face {
  icon: string;
  kind: string;
  flag?: string;
  status?: string;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export function faceOf({ reference, fields, details }: ItemResponse): Face {
  const noun = nounOf(reference);
  if (details.noun === "event") {
    const statement = fields.type === "event" && fields.statement !== undefined;
    const kind = statement ? `${m.inspector_statement()} · ${details.kind_label}` : details.kind_label;
    return {
      icon: details.icon,
      kind: statement && fields.kind === "statement" ? details.kind_label : kind,
      status: details.overdue ? "overdue" : details.status,
    };
  }
  if (details.noun === "tie") return { icon: "link", kind: `${capital(nounText("tie"))} · ${details.kind_label}` };
  if (fields.type === "actor") {
    const code = fields.kind === "country" ? fields.code?.code : undefined;
    return { icon: actorIcon(fields.kind), kind: actorKindText(fields.kind), ...(code ? { flag: code } : {}) };
  }
  if (fields.type === "note" && fields.judgement) return { icon: "scale", kind: capital(nounText("judgement")) };
  return { icon: nounIcon(noun), kind: capital(nounText(noun)) };
}
