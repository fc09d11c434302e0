/*
 * Copyright Camunda Services GmbH and/or licensed to Camunda Services GmbH
 * under one or more contributor license agreements. See the NOTICE file
 * distributed with this work for additional information regarding copyright
 * ownership. Camunda licenses this file to you under the Apache License,
 * Version 2.0; you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

export default {
  // Shown together, as page title and beside the logo: "SIP Uppgifter".
  app: {
    name: 'Uppgifter',
    vendor: 'SIP'
  },
  // Staff work in Swedish, whatever language their browser is set to.
  locales: {
    availableLocales: ['sv'],
    fallbackLocale: 'sv'
  },
  // Loaded before the app starts, as app/tasklist/<name>.js. A script that cannot be loaded
  // stops the whole app, so the folder and this list change together.
  // The last two lie with the product's own files, for all web apps and pages.
  customScripts: ['sip/sip-forms', 'sip/sip-language', 'sip/sip-cards', '../../../sip/web-app-session',
    '../../../sip/tasklist-session'],
  // The cookie of the platform's own CSRF protection; the product's API uses another name.
  csrfCookieName: 'XSRF-TOKEN',
  // The first login message advertises the platform and points at a page staff cannot use.
  disableWelcomeMessage: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'tar den valda uppgiften'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'går till det första filtret'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'går till den första uppgiften i listan'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'går till det första fältet i formuläret'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'öppnar listan över processer som kan startas'
    }
  }
};
