export { creation } from "./creation.svelte";
export { fieldsOf, shownFields, speaks, type FieldSpec } from "./fields";
export { inspection } from "./inspection.svelte";
export { ItemForm } from "./item-form.svelte";
export { names } from "./names.svelte";
export { actorIcon, attributeText, blank, idOf, nounIcon, nounOf, type Form, type Noun } from "./nouns";
export { removeItem } from "./removal";
export { passage } from "./passage.svelte";
export { escape } from "./escape";
