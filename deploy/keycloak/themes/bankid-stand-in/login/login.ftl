<#import "template.ftl" as layout>
<@layout.page title="Velg hvem du er – stedfortreder for BankID" css="stand-in">
  <main class="sheet">
    <h1>Velg hvem du vil være</h1>
    <div class="notice">
      <p><strong>Dette er ikke BankID.</strong> Det er en stedfortreder som bare finnes for å vise fram
        Samsnakk. Alle personene er oppdiktet.</p>
      <p lang="en" class="small">This is not BankID but a stand-in for demonstration, with made-up people.</p>
    </div>

    <#if message?has_content>
      <p class="alert" role="alert">Innloggingen gikk ikke. Velg en person for å prøve igjen.
        <span lang="en" class="small">Signing in failed. Choose a person to try again.</span></p>
    </#if>

    <h2 id="people">Logg inn som</h2>
    <ul class="people" aria-labelledby="people">
      <#list 1..<((properties.people!"0")?number + 1) as n>
        <li>
          <form action="${url.loginAction}" method="post">
            <input type="hidden" name="username" value="${properties["person." + n + ".username"]}">
            <input type="hidden" name="password" value="demo">
            <button type="submit">
              <span class="name">${properties["person." + n + ".name"]}</span>
              <span class="role">${properties["person." + n + ".role"]}</span>
            </button>
          </form>
        </li>
      </#list>
    </ul>
    <@layout.back/>
  </main>
</@layout.page>
