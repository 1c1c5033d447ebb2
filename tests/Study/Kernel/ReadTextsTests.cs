using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Kernel;

public sealed class ReadTextsTests
{
    private static readonly Stamp Stamp = new(new("op"), "ann@demo.example", new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void More_texts_than_are_kept_are_all_read_as_themselves()
    {
        var said = Enumerable.Range(0, 5_000).Select(n => new LedgerTests.Note.Said($"text {n}", n)).ToList();
        var ledger = Ledger<LedgerTests.Note>.Empty("many").Append(said, Stamp);
        var read = Ledger<LedgerTests.Note>.FromStored("many", ledger.ToStored()).Facts.Select(f => f.Content);
        Assert.Equal(said, read);
    }

    [Fact]
    public void A_text_that_facts_repeat_is_one_instance()
    {
        var ledger = Ledger<LedgerTests.Note>.Empty("twice").Append([new LedgerTests.Note.Said("case file", 1), new LedgerTests.Note.Said("case file", 2)], Stamp);
        var said = Ledger<LedgerTests.Note>.FromStored("twice", ledger.ToStored()).Facts.Select(f => Assert.IsType<LedgerTests.Note.Said>(f.Content).Text).ToList();
        Assert.Same(said[0], said[1]);
    }
}
