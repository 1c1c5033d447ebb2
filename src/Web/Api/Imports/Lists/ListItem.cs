using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>What is wished of a list.</summary>
/// <param name="DryRun">Only ask.</param>
/// <param name="AcceptGood">Take the rows that can be taken although others are at fault.</param>
public sealed record ListWish(bool DryRun, bool AcceptGood);

/// <summary>Something on a list that can be taken, or that is there already.</summary>
/// <param name="Rows">Its rows in the file.</param>
/// <param name="Save">Takes it in, and answers why not; <c>null</c> where nothing is left to do.</param>
internal sealed record ListItem(ImmutableArray<int> Rows, bool IsThere, Func<Task<Refusal?>>? Save);

/// <summary>What a list is held against while it is checked.</summary>
internal sealed record ListAsk(Person Person, StudyFrame Frame, ConcurrentBag<RowFault> Faults, Action<string, int, int> Tell, CancellationToken Cancellation)
{
    public void Fault(int row, Refusal why) => Faults.Add(new(row, why.Faults is [{ Field: { Length: > 0 } field }] ? Column(field) : null, null, why.Code, why.Sentence));

    public void Fault(int row, string column, Refusal why) => Faults.Add(new(row, column, null, why.Code, why.Sentence));

    private static string Column(string field) => field switch
    {
        "birthMonth" or "birthDate" => "birth",
        "phones" => "phone",
        ['s', 't', 'a', 'b', 'l', 'e', '[', _, ']', '.', .. var part] => $"stable_{part}",
        "givenBy" => "consent_given_by",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(field),
    };
}

/// <summary>A list that was read. Asking it what can be taken writes nothing.</summary>
public sealed class ReadList
{
    internal ReadList(int rowCount, ImmutableArray<RowFault> faults, ImmutableArray<string> columnsNotTaken, ImmutableArray<string> notes, Func<ListAsk, Task<IReadOnlyCollection<ListItem>>> check) =>
        (RowCount, Faults, ColumnsNotTaken, Notes, Check) = (rowCount, faults, columnsNotTaken, notes, check);

    public int RowCount { get; }

    public ImmutableArray<RowFault> Faults { get; }

    public ImmutableArray<string> ColumnsNotTaken { get; }

    public ImmutableArray<string> Notes { get; }

    internal Func<ListAsk, Task<IReadOnlyCollection<ListItem>>> Check { get; }
}
