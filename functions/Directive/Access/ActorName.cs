using Directives.Language;
using Directives.Register;

namespace Directives.Access;

/// <summary>How whoever acted is shown: "X", or "X for Y".</summary>
public static class ActorName
{
    /// <summary>The name of an actor of the trail.</summary>
    /// <param name="by">Id of who acted.</param>
    /// <param name="other">Id of the one acted for; null for nobody else.</param>
    public static Bilingual Of(RegisterSnapshot register, string by, string? other) =>
        other is null || other == by ? Title(register, by) : For(Title(register, by), Title(register, other));

    /// <summary>"X for Y".</summary>
    public static Bilingual For(Bilingual by, Bilingual other) =>
        new(Texts.Vietnamese["roles.for", by, other], Texts.English["roles.for", by, other]);

    private static Bilingual Title(RegisterSnapshot register, string id) =>
        register.Official(id)?.Titles() ?? new Bilingual(id, id);
}
