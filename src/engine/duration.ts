/** An ISO 8601 duration in the parts we use: "PT15M", "P3W", "P1M", "PT5S". */
export type Duration = string;
