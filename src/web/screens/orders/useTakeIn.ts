import { useState } from 'react';
import type { OrdersDone, OrdersPreview } from '../../../contract/orders.ts';
import { client } from '../../server/client.ts';
import { newKey, post } from '../../server/http.ts';
import { paths } from '../../server/paths.ts';
import { useSend } from '../../server/useSend.ts';
import { base64Of, parts } from './bytes.ts';

/** Lines sent at once: few enough that the bar moves. */
const STEP = 40;

type Result = OrdersDone['results'][number];

/** A sheet in hand, read once and never asked for again. */
interface Sheet {
  readonly name: string;
  readonly content: string;
  readonly preview: OrdersPreview;
}

/**
 * From a file to what it would change, and from the confirmation to what was done. Broken off, it
 * goes on with the lines that have no answer yet; a line once carried out is not sent again.
 */
export const useTakeIn = (book: string) => {
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [results, setResults] = useState<readonly Result[]>([]);
  const preview = useSend({
    mutationFn: async (file: File): Promise<Sheet> => {
      const content = await base64Of(file);
      const body = { book, content };
      return {
        name: file.name,
        content,
        preview: await post<OrdersPreview>(paths.ordersPreview, body, newKey()),
      };
    },
    onMutate: () => {
      setSheet(null);
      setResults([]);
    },
    onSuccess: setSheet,
  });
  const marks = sheet?.preview.lines.flatMap(({ mark }) => (mark === '' ? [] : [mark])) ?? [];
  const apply = useSend({
    mutationFn: async () => {
      const answered = new Set(results.map(({ mark }) => mark));
      const rest = marks.filter((mark) => !answered.has(mark));
      for (const some of parts(rest, STEP)) {
        const body = { book, content: sheet?.content ?? '', marks: some };
        const done = await post<OrdersDone>(paths.ordersImport, body, newKey());
        setResults((before) => [...before, ...done.results]);
      }
    },
    onSettled: () => client.invalidateQueries(),
  });
  return { sheet, marks, results, preview, apply };
};
