using Spectre.Console;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>
/// How far long work has come: a bar on a terminal, lines in a pipe or a log (<see cref="PlainProgress"/>), nothing with <c>--quiet</c>. It goes to standard
/// error, so that standard output holds the answer alone.
/// </summary>
internal static class ProgressLine
{
    /// <param name="work">Is given where to report how much of 1 is done, and in which words.</param>
    public static async Task<T> Show<T>(StudyClient study, string what, Func<Action<string, double>, Task<T>> work)
    {
        if (study.IsQuiet) return await work((_, _) => { });
        if (Console.IsErrorRedirected) return await work(new PlainProgress(Console.Error, TimeProvider.System).Report);
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async shown =>
            {
                var bar = shown.AddTask(Markup.Escape(what), maxValue: 1);
                return await work((words, share) => (bar.Description, bar.Value) = (Markup.Escape(words), share));
            });
    }
}
