using System.Text;

namespace SosLongitudinal.Study.Kernel;

/// <summary>A break in a stored ledger. <c>Fact</c> is the number of the fact at fault, 0 for the envelope.</summary>
public sealed record LedgerFault(int Fact, string Sentence);

/// <summary>A ledger's head at some time: how long it was and its last hash. A backup's anchor file holds one per record, so that a cut tail shows.</summary>
public sealed record LedgerAnchor(int Length, string Hash);

/// <summary>What a check found: how far the ledger holds, and the first break where there is one.</summary>
public sealed record LedgerFinding(LedgerAnchor Sound, LedgerFault? Fault);

/// <summary>Checks a stored ledger of any kind, byte by byte, without knowing its facts.</summary>
public static class LedgerCheck
{
    public static LedgerFinding Of(string record, string key, ReadOnlyMemory<byte> stored, LedgerAnchor? anchor = null)
    {
        var sound = new LedgerAnchor(0, Convert.ToBase64String(LedgerText.Root(record, key)));
        var anchorMet = anchor is null || anchor.Length == 0;
        FactHead? previous = null;
        try
        {
            var opening = Encoding.UTF8.GetBytes($$"""{"record":"{{record}}","schema":1,"facts":[""");
            var expected = opening.Length;
            foreach (var range in LedgerText.FactsOf(stored.Span, record))
            {
                var n = sound.Length + 1;
                if (range.Start.Value != expected) return new(sound, new(n, "there are bytes in front of it that were not written so"));
                var fact = StoredFact.Read(stored[range]);
                if (fact.FaultAfter(previous, Convert.FromBase64String(sound.Hash)) is { } sentence) return new(sound, new(n, sentence));
                sound = new(n, Convert.ToBase64String(fact.Hash));
                previous = fact.Head;
                expected = range.End.Value + 1;
                anchorMet |= sound == anchor;
            }
            var tail = sound.Length == 0 ? expected : expected - 1;
            if (!stored.Span.StartsWith(opening) || !stored.Span[tail..].SequenceEqual("]}"u8))
                return new(sound, new(0, "its envelope holds bytes that were not written so"));
        }
        catch (LedgerException fault)
        {
            return new(sound, new(sound.Length + 1, fault.Message));
        }
        if (anchorMet) return new(sound, null);
        return new(sound, new(sound.Length, sound.Length < anchor!.Length ? $"its tail is cut: {anchor.Length} facts were anchored" : "it is not the ledger that was anchored"));
    }
}
