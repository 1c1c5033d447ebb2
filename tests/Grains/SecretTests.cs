using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage.Sqlite;
using SosLongitudinal.Tests.Grains.Faults;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Grains;

public sealed class SecretTests
{
    [Fact]
    public async Task A_pseudonym_stays_for_the_life_of_the_study_and_differs_by_purpose_and_study()
    {
        using var folders = new TempFolder();
        await using var store = SqliteRecordStore.Open(folders.File("one"));
        await using var other = SqliteRecordStore.Open(folders.File("other"));
        var first = await new StudySecret(store).Pseudonym("interviewer", "a@example.org");

        Assert.Equal(first, await new StudySecret(store).Pseudonym("interviewer", "a@example.org"));
        Assert.NotEqual(first, await new StudySecret(store).Pseudonym("worker", "a@example.org"));
        Assert.NotEqual(first, await new StudySecret(other).Pseudonym("interviewer", "a@example.org"));
    }

    [Fact]
    public async Task Whoever_asks_first_makes_it_also_when_the_store_does_not_answer()
    {
        using var folder = new TempFolder();
        await using var sqlite = SqliteRecordStore.Open(folder.Path);
        var store = new FaultyStore(sqlite);
        store.AfterWrite(new(StudySecret.State, "study"), FaultyStore.OutcomeUnknown(new(StudySecret.State, "study")));

        var asked = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => new StudySecret(store).Pseudonym("interviewer", "a@example.org").AsTask()));

        Assert.Single(asked.Distinct());
    }
}
