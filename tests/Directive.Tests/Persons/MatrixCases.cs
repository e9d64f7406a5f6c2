using Directives.Attachments;
using Directives.Dossiers;
using Directives.Recommendations;
using Directives.Tests.Chasing;

namespace Directives.Tests.Persons;

/// <summary>Recommendations of three places: those of 112 and 121 wait for the office, that of 113 for agencies; two have ended.</summary>
internal static class MatrixCases
{
    public static async Task RaiseAsync(Installation it)
    {
        foreach (var place in (string[])["112", "113", "121"])
        {
            await it.CaseDesk.RaiseAsync($"case{place}", new Actor($"m{place}"), Raised(place) with { Attachments = await FilesAsync(it, place) });
            await it.CaseDesk.RaiseAsync($"ended{place}", new Actor($"m{place}"), Raised(place));
            await it.CaseDesk.StepAsync($"ended{place}", new Actor($"m{place}"), _ => new Withdrawn { Reason = "Đã xong." });
        }

        var task = new Assignment("a1", RoledProvince.Agency, ["other"], "Khám lưu động.", new DateOnly(2023, 6, 30));
        Assert.Null((await it.CaseDesk.StepAsync("case113", new Actor("office"), _ => new SentToAgency { Field = "y tế", Assignment = task })).Refused);
    }

    /// <summary>The files of a place's report, where there is one.</summary>
    private static async Task<IReadOnlyList<Attachment>?> FilesAsync(Installation it, string place) =>
        (await it.Reports.FindAsync(MonthScript.SheetOf(place), SmallProvince.Monitor(place), 1))?.Content.Attachments;

    public static Raised Raised(string place) => new()
    {
        Kind = CaseKind.Difficulty,
        Text = $"Trạm y tế {place} thiếu thuốc.",
        Place = place,
        Seat = SmallProvince.Monitor(place),
    };
}
