using System.CommandLine;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>The id under which a command is sent.</summary>
internal static class Operation
{
    private static readonly Option<string?> Id = Checked();

    /// <summary>Gives a command an operation id that a script can name.</summary>
    public static Command Once(this Command command)
    {
        command.Add(Id);
        return command;
    }

    public static OperationId Of(ParseResult parsed) => parsed.GetValue(Id) is { } id ? OperationId.Parse(id, null) : OperationId.New();

    private static Option<string?> Checked()
    {
        var option = new Option<string?>("--operation") { Description = "The operation's id, such as a UUID: sent again under the same id a command changes nothing twice. A new one without." };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } id && !OperationId.TryParse(id, null, out _)) result.AddError($"--operation is 1 to {OperationId.MaxLength} printable ASCII characters without spaces.");
        });
        return option;
    }
}
