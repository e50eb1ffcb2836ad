import * as vscode from 'vscode';
import type { ToolName } from '../platform/ids';
import type { Log } from '../platform/log';
import { asMarkdown } from '../text/sanitize';
import { describeInvocation, runTool, type AgentTool } from './tool';

/** Registers a tool. Never throws into VS Code: errors are reported to the model in words. */
export function registerTool<I>(name: ToolName, log: Log, tool: AgentTool<I>): vscode.Disposable {
  return vscode.lm.registerTool<unknown>(name, {
    prepareInvocation: async ({ input }) => {
      const text = await describeInvocation(tool, input, name, log);
      return text && { invocationMessage: new vscode.MarkdownString(asMarkdown(text.progress)) };
    },
    invoke: async ({ input }, cancellation) => {
      const controller = new AbortController();
      const subscription = cancellation.onCancellationRequested(() => controller.abort());
      if (cancellation.isCancellationRequested) {
        controller.abort();
      }
      const text = await runTool(tool, input, controller.signal, name, log).finally(() => {
        subscription.dispose();
      });
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
    },
  });
}
