// Prints, as JSON, what ical.js makes of an .ics file: per event its uid and its start and end, each as the wall
// clock shows it in its zone and as an instant in UTC.
//
//     node wallclock.mjs agenda.ics
//
// ical.js is looked for in the folders of CONTACTDAYS_NODE_MODULES and NODE_PATH, then as node does.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const folders = [process.env.CONTACTDAYS_NODE_MODULES, ...(process.env.NODE_PATH ?? "").split(delimiter)];
const found = require.resolve("ical.js", { paths: [...folders.filter(Boolean).map((f) => join(f, "..")), "."] });
const { default: ICAL } = await import(pathToFileURL(found).href);

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
}
const moment = (time) => ({ wall: time.toString(), utc: time.toJSDate().toISOString() });
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return { uid: event.uid, start: moment(event.startDate), end: moment(event.endDate) };
});
process.stdout.write(JSON.stringify(events));
