using System.Globalization;
using CsvHelper;

namespace Directives.Register;

/// <summary>A kind of agency a province has, with the titles of its head and deputies, from <c>agencies.csv</c> (R1).</summary>
internal sealed record Agency(
    string Id, string Name, string NameEn, string Head, string HeadEn, string Deputy, string DeputyEn, int Deputies,
    string Clerk, string ClerkEn)
{
    /// <summary>All kinds of agencies, in the order of the data file.</summary>
    public static readonly IReadOnlyList<Agency> All = Load();

    /// <summary>Heads of all agencies, then all first deputies, all second ones …: neighbours differ in agency.</summary>
    public static readonly IReadOnlyList<(Agency Agency, int Rank)> Leaders =
        [.. Enumerable.Range(0, All.Max(a => a.Deputies) + 1)
            .SelectMany(rank => All.Where(a => rank <= a.Deputies).Select(a => (a, rank)))];

    /// <summary>Title of the head (rank 0) or of a deputy (from 1); deputies are numbered where there are several.</summary>
    public string Title(int rank) => rank == 0 ? $"{Head} {Name}" : $"{Deputy} {Name}{Number(rank)}";

    /// <summary>The same in English.</summary>
    public string TitleEn(int rank) => rank == 0 ? $"{HeadEn}, {NameEn}" : $"{DeputyEn}, {NameEn}{Number(rank)}";

    /// <summary>Id of the head or a deputy, e.g. <c>health-head</c>, <c>health-deputy-2</c>.</summary>
    public string OfficialId(int rank) =>
        rank == 0 ? $"{Id}-head" : string.Create(CultureInfo.InvariantCulture, $"{Id}-deputy-{rank}");

    /// <summary>Id of the agency's clerk, where it has one.</summary>
    public string? ClerkId => Clerk.Length == 0 ? null : $"{Id}-clerk";

    private string Number(int rank) => Deputies > 1 ? string.Create(CultureInfo.InvariantCulture, $" ({rank})") : "";

    private static List<Agency> Load()
    {
        using CsvReader reader = CsvReader.Create(
            RegisterResources.Read("agencies.csv"), CsvReaderOptions.Default with { Separator = ',' });
        var agencies = new List<Agency>();
        while (reader.Read())
        {
            string Field(string column) => reader.GetString(column);
            agencies.Add(new(
                Field("id"), Field("name_vi"), Field("name_en"), Field("head_vi"), Field("head_en"),
                Field("deputy_vi"), Field("deputy_en"), int.Parse(Field("deputies"), CultureInfo.InvariantCulture),
                Field("clerk_vi"), Field("clerk_en")));
        }

        return agencies;
    }
}
