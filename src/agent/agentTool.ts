import * as v from 'valibot';
import * as vscode from 'vscode';
import type { ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { unforeseenProblem } from '../ui/commands';

/** A tool for language models. What it gives back is read by a model; what `prepare` says, by a person. */
export interface AgentTool<I> {
  /** Refuses what it does not know: a model may ask for anything. */
  readonly input: v.GenericSchema<unknown, I>;
  /** What is shown while it runs, and what the person is asked before, if anything. Changes nothing. */
  readonly prepare: (input: I) => vscode.PreparedToolInvocation;
  readonly run: (input: I) => Promise<string>;
}

/** Registers a tool. Nothing is thrown into VS Code: a model is told in words what went wrong. */
export function registerTool<I>(name: ToolName, log: Log, tool: AgentTool<I>): vscode.Disposable {
  return vscode.lm.registerTool<unknown>(name, {
    prepareInvocation: ({ input }) => {
      const parsed = v.safeParse(tool.input, input);
      return parsed.success ? tool.prepare(parsed.output) : undefined;
    },
    invoke: async ({ input }) => {
      const parsed = v.safeParse(tool.input, input);
      const text = parsed.success
        ? await tool.run(parsed.output).catch((error: unknown) => unforeseenProblem(error, name, log).message)
        : wrongInput(parsed.issues);
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}

/** Names the fields that are wrong, without what stood in them. */
function wrongInput(issues: readonly v.BaseIssue<unknown>[]): string {
  const problems = issues.map((issue) => `${v.getDotPath(issue) ?? 'the input'}: expected ${issue.expected ?? 'less'}`);
  return `Nothing was done, because the input is wrong. ${problems.join('; ')}.`;
}
