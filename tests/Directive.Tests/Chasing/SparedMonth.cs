using Directives.Mail;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Chasing;

/// <summary>
/// A month in which officials turn out to be unreached in the night after a rung was decided that tells a leader, before the leader's letter leaves in the
/// morning: letters of 112 and 122 come back, those of 121 are stopped; a week later those of 123, of whom two leaders were to hear.
/// </summary>
internal static class SparedMonth
{
    public static readonly IReadOnlyList<MonthStep> Steps =
    [
        new(SmallProvince.Begin, i => i.BeginAsync(new DateOnly(2023, 4, 3))),
        new(MonthScript.Local(5, 8, 10), i => MonthScript.FileAsync(i, "11")),
        new(MonthScript.Local(5, 17, 2), ReturnAsync),
        new(MonthScript.Local(5, 17, 3), i => i.Silences.BeginAsync("m121", MonthScript.Office, "suspended")),
        new(MonthScript.Local(5, 18, 10), i => i.Telephone.NoteAsync(MonthScript.SheetOf("122"), "122.monitor", MonthScript.Office, "the one who owes", "")),
        new(MonthScript.Local(5, 19, 10), i => MonthScript.FileAsync(i, "112")),
        new(MonthScript.Local(5, 19, 11), i => MonthScript.FileAsync(i, "121")),
        new(MonthScript.Local(5, 24, 2), i => i.Silences.BeginAsync("m123", MonthScript.Office, "suspended")),
        new(MonthScript.Local(6, 20, 0), _ => Task.CompletedTask),
    ];

    private static async Task ReturnAsync(Installation installation)
    {
        var at = MonthScript.Local(5, 17, 1);
        foreach (var reader in (string[])["m112", "m122"])
        {
            var lost = (await installation.Deliveries.LettersAsync(reader, default)).Where(l => l.State == LetterState.Sent && l.Delivery is null);
            await installation.Deliveries.HearAsync(lost.Select(l => new DeliveryEvent(l.Id(), at, new DeliveryWord(DeliveryKind.Bounced, at, DeliveryReasons.AddressUnknown))));
        }
    }
}
