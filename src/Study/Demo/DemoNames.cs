namespace SosLongitudinal.Study.Demo;

/// <summary>Invented names. Any likeness to a person is chance.</summary>
internal static class DemoNames
{
    private static readonly string[] Given =
    [
        "Amara", "Anwen", "Bettany", "Callum", "Corin", "Daria", "Edie", "Fintan", "Farida", "Gwen", "Hamid", "Hester", "Idris", "Isolde", "Jamal", "Jory", "Kamila", "Kezia", "Lowri", "Lubna",
        "Maddox", "Merryn", "Nadia", "Niall", "Orla", "Osman", "Piran", "Petra", "Quilla", "Rafiq", "Rowena", "Saskia", "Selwyn", "Tamsin", "Tariq", "Una", "Vesna", "Wilf", "Yasmin", "Zelah",
    ];

    private static readonly string[] Family =
    [
        "Ambleforth", "Barrowclough", "Brindlemere", "Castleden", "Corbright", "Dunmallow", "Eastergate", "Farthingby", "Gillowmoor", "Hazelrigby", "Inglemoss", "Jessopdale", "Kettlewick",
        "Larkhallow", "Marrowby", "Netherfold", "Oxendale", "Pennerley", "Quickfell", "Ravensworthy", "Saltmarket", "Thistleden", "Underbank", "Vennerby", "Winterslade", "Yarrowby",
    ];

    public static string Adult(Draws draws) => $"{GivenName(draws)} {FamilyName(draws)}";

    public static string GivenName(Draws draws) => draws.Any<string>(Given);

    public static string FamilyName(Draws draws) => draws.Any<string>(Family);
}
