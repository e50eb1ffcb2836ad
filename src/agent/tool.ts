import * as v from 'valibot';
import type { Log } from '../platform/log';
import type { ToolName } from '../platform/ids';
import { logError } from '../prompts/detached';

/** What the user sees before a tool runs. */
export interface InvocationText {
  /** Shown while it runs. */
  readonly progress: string;
}

/** A tool for language models. A model reads its result; the user reads what `describe` returns. */
export interface AgentTool<I> {
  /** Rejects unknown fields: a model may send anything. */
  readonly input: v.GenericSchema<unknown, I>;
  /** Changes nothing. */
  readonly describe: (input: I) => InvocationText | Promise<InvocationText>;
  /** Asks the user itself where that is needed: VS Code's own question can be switched off. `signal` is aborted when the model's request is canceled. */
  readonly run: (input: I, signal: AbortSignal) => Promise<string>;
}

/** Returns undefined for invalid input and for errors, which the log gets. */
export async function describeInvocation<I>(
  tool: AgentTool<I>,
  input: unknown,
  name: ToolName,
  log: Log,
): Promise<InvocationText | undefined> {
  const parsed = v.safeParse(tool.input, input);
  if (!parsed.success) {
    return undefined;
  }
  try {
    return await tool.describe(parsed.output);
  } catch (error) {
    logError(log, `${name} could not be described`, error);
    return undefined;
  }
}

/** Never rejects: errors are reported to the model in words and logged. */
export async function runTool<I>(
  tool: AgentTool<I>,
  input: unknown,
  signal: AbortSignal,
  name: ToolName,
  log: Log,
): Promise<string> {
  const parsed = v.safeParse(tool.input, input);
  if (!parsed.success) {
    return wrongInput(parsed.issues);
  }
  if (signal.aborted) {
    return canceled;
  }
  try {
    return await tool.run(parsed.output, signal);
  } catch (error) {
    logError(log, `${name} failed`, error);
    return 'Something went wrong in the Prolific extension. Its log has the details.';
  }
}

export const canceled = 'The request was canceled, so nothing was done.';

/** Names the invalid fields without their values. */
function wrongInput(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.map((issue) => `${v.getDotPath(issue) ?? 'the input'}: expected ${issue.expected ?? 'less'}`);
  return `Nothing was done because the input is invalid. ${problems.join('; ')}.`;
}
