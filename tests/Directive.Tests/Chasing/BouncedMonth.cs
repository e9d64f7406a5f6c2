using Directives.Mail;
using Directives.Mail.Deliveries;

namespace Directives.Tests.Chasing;

/// <summary>
/// A month in which nobody of district 12 reports: the letters of 122 and 123 come back, the office telephones 122 after the rung that would
/// have told the standing deputy secretary, and the letters of 121 are stopped.
/// </summary>
internal static class BouncedMonth
{
    public static readonly IReadOnlyList<MonthStep> Steps =
    [
        new(SmallProvince.Begin, i => i.BeginAsync(new DateOnly(2023, 4, 3))),
        Return(4, 28), Return(5, 9), Return(5, 10),
        new(MonthScript.Local(5, 10, 12), i => i.Silences.BeginAsync("m121", MonthScript.Office, "suspended")),
        Return(5, 12), Return(5, 17),
        new(MonthScript.Local(5, 18, 10), i => i.Telephone.NoteAsync(MonthScript.SheetOf("122"), "122.monitor", MonthScript.Office, "the one who owes", "next week")),
        Return(5, 24),
        new(MonthScript.Local(6, 20, 0), _ => Task.CompletedTask),
    ];

    // At ten in the morning, when the letters of the day have left, those to the two come back.
    private static MonthStep Return(int month, int day) => new(MonthScript.Local(month, day, 10), async i =>
    {
        var at = MonthScript.Local(month, day, 9);
        foreach (var reader in (string[])["m122", "m123"])
        {
            var lost = (await i.Deliveries.LettersAsync(reader, default)).Where(l => l.State == LetterState.Sent && l.Delivery is null);
            await i.Deliveries.HearAsync(lost.Select(l => new DeliveryEvent(l.Id(), at, new DeliveryWord(DeliveryKind.Bounced, at, DeliveryReasons.AddressUnknown))));
        }
    });
}
