namespace Directives.Web;

/// <summary>Values of enumerations as forms and addresses name them.</summary>
public static class TypedName
{
    /// <summary>The value with exactly this name; null where there is none. Numbers, other cases and spaces, which parsing would take, are none.</summary>
    public static T? Find<T>(string? typed)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(typed, StringComparer.Ordinal) ? Enum.Parse<T>(typed!) : null;
}
