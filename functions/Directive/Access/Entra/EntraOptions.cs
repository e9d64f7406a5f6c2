namespace Directives.Access.Entra;

/// <summary>Sign-in by the platform's own (App Service Authentication with Entra ID, R6); off unless it is configured and the platform is there.</summary>
/// <param name="Tenant">The one tenant whose people may ask to get in.</param>
public sealed record EntraOptions(Guid Tenant)
{
    /// <summary>The setting that names the tenant.</summary>
    public const string TenantSetting = "Directive__Entra__Tenant";

    /// <summary>By which the platform says that it signs people in, and so sets (and strips) the header.</summary>
    public const string PlatformSetting = "WEBSITE_AUTH_ENABLED";

    /// <summary>Reads the environment, once, at the start. Null where no header may be believed.</summary>
    /// <exception cref="FormatException">The tenant is no id.</exception>
    public static EntraOptions? Read(Func<string, string?> environment)
    {
        if (environment(TenantSetting) is not { Length: > 0 } tenant) return null;
        if (!Guid.TryParse(tenant, out var id)) throw new FormatException($"{TenantSetting}: '{tenant}' is no tenant id.");
        return string.Equals(environment(PlatformSetting), "True", StringComparison.OrdinalIgnoreCase) ? new EntraOptions(id) : null;
    }

    /// <summary>The same of this process's own environment.</summary>
    /// <exception cref="CannotStartException">The tenant is no id.</exception>
    public static EntraOptions? OfProcess()
    {
        try
        {
            return Read(Environment.GetEnvironmentVariable);
        }
        catch (FormatException e)
        {
            throw new CannotStartException(e.Message);
        }
    }
}
