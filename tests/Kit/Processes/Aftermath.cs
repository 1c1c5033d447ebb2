using SosLongitudinal.Storage;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit.Processes;

/// <summary>What a store holds after processes on it were killed.</summary>
/// <param name="Forms">Forms in the store.</param>
/// <param name="Lost">Acknowledged forms that are not there.</param>
/// <param name="Doubled">Places or operations that are there more than once.</param>
/// <param name="Broken">Ledgers whose chain does not hold.</param>
public sealed record Aftermath(int Forms, IReadOnlyList<SentForm> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Broken)
{
    public static async Task<Aftermath> Of(IRecordStore store, IEnumerable<SentForm> acknowledged)
    {
        var (there, forms, doubled, broken) = (new HashSet<SentForm>(), 0, new List<string>(), new List<string>());
        await foreach (var record in store.ReadAll("family", ""))
        {
            if (LedgerCheck.Of("sos.family", record.Key.Key, record.Content).Fault is { } fault) broken.Add($"{record.Key}: {fault.Sentence}");
            var entered = Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Facts.Where(f => f.Content is FamilyFact.FormEntered)
                .Select(f => (Place: ((FamilyFact.FormEntered)f.Content!).Place.ToString(), Operation: f.Head.Op.Text)).ToList();
            doubled.AddRange(entered.CountBy(e => e.Place).Concat(entered.CountBy(e => e.Operation)).Where(c => c.Value > 1).Select(c => $"{record.Key} {c.Key} {c.Value} times"));
            forms += entered.Count;
            foreach (var (place, operation) in entered) there.Add(new(record.Key.Key, place, operation));
        }
        return new(forms, [.. acknowledged.Where(form => !there.Contains(form))], doubled, broken);
    }
}
