using System.Collections.Concurrent;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>Enters forms that were checked. Many families are written at once, since the store commits together what waits together.</summary>
internal sealed class ResponseWriter(IGrainFactory grains)
{
    private const int AtOnce = 256;

    /// <summary>After so many faults the store is taken to be down.</summary>
    private const int MostFaulted = 20;

    /// <returns>What was not saved: how many because the store failed, and which because somebody entered another form there meanwhile.</returns>
    public async Task<(int Faulted, IReadOnlyCollection<ReadyForm> Refused)> Write(IEnumerable<FamilyRows> families, int of, ConcurrentBag<RowFault> faults, Action<int> tell, CancellationToken cancellation)
    {
        var (saved, faulted, refused) = (0, 0, new ConcurrentBag<ReadyForm>());
        await Parallel.ForEachAsync(families, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (family, _) =>
        {
            foreach (var form in family.Forms.Where(f => !f.IsThere))
            {
                if (Volatile.Read(ref faulted) >= MostFaulted) return;
                try
                {
                    var entered = await grains.Forms(family.Family).Enter(form.Form.Entry, form.Form.Stamp);
                    if (entered is Decision<FormReceipt>.Refused(var why))
                    {
                        refused.Add(form);
                        faults.Add(ResponseRowFaults.Of(form.Row, why));
                    }
                    else tell(Interlocked.Increment(ref saved));
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    Interlocked.Increment(ref faulted);
                    var words = Fault.Of(fault, changes: true);
                    faults.Add(new(form.Row.Row, null, null, words.Code, words.Sentence));
                }
            }
        });
        return (faulted == 0 ? 0 : of - saved - refused.Count, refused); // the rest was not tried
    }
}
