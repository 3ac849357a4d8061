import { expect, it } from "vitest";
import { read } from "../testing/read.js";

it.each(["```", "```\n- a", "~~~\n~~", "````\n```", "<!-- a\n\nb", "<pre>\n\na", "<?a", "<!A", "<![CDATA[ a"])(
	"what is added below %j becomes a part of it",
	(text) => {
		expect(read(text).isLeftOpen).toBe(true);
		expect(read(`${text}\n\n# A\n`).headings).toEqual([]);
	},
);

it.each(["", "a", "```\n```", "```\na\n````  \n", "    ```", "<!-- a -->", "<div>", "<pre>a</pre>", "<?a?>", "- ```"])(
	"what is added below %j stands for itself",
	(text) => {
		expect(read(text).isLeftOpen).toBe(false);
		expect(read(`${text}\n\n# A\n`).headings).toHaveLength(1);
	},
);
